<?php
// Reads a catalog into generated classes and writes it again: CLASSES IN OUT.
// quicktype's classes read members that are not there, which PHP warns of.
error_reporting(E_ALL & ~E_WARNING);
[, $classes, $from, $to] = $argv;
require $classes;
$catalog = Catalog::from(json_decode(file_get_contents($from), false, 512, JSON_THROW_ON_ERROR));
file_put_contents($to, json_encode($catalog->to(), JSON_THROW_ON_ERROR));
