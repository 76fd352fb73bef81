import java.nio.file.Files;
import java.nio.file.Path;
import qingdan.Converter;

/** Reads a catalog into generated classes and writes it again: IN OUT. */
public class Main {
    public static void main(String[] files) throws Exception {
        Files.writeString(Path.of(files[1]), Converter.toJsonString(Converter.fromJsonString(Files.readString(Path.of(files[0])))));
    }
}
