"""Eight checks of a catalog in NDJSON as a data analyst would write them in SQL, for DuckDB: `duckdb_checks.py FILE`.

They are near QD008, QD009, QD102, QD113, QD201, QD202, QD307 and the counts of the figures, and less than these: no
check character, no nested part judged, no place told. Without a file it only starts, so that what starting costs can
be taken off. Called by `benches/run`, which measures the process; prints what was counted.
"""

import sys

import duckdb

CITATIONS = "STRUCT(instrument VARCHAR, articles STRUCT(article INT)[], clauses VARCHAR[])[]"
LIMITS = "STRUCT(amount INT, unit VARCHAR)[]"
COLUMNS = {
    "organization": "STRUCT(id VARCHAR, credit_code VARCHAR)",
    "licensing_item": "STRUCT(id VARCHAR)",
    "power_item": "STRUCT(id VARCHAR, power_type VARCHAR, item_level VARCHAR, licensing_item VARCHAR,"
    f" basis {CITATIONS}, authorities STRUCT(organization VARCHAR)[])",
    "service_item": "STRUCT(id VARCHAR, implementation_code VARCHAR, organization VARCHAR, power_item VARCHAR,"
    f" statutory_limits {LIMITS}, promised_limits {LIMITS})",
}

# A record is read where its tag is not null.
REPEATED = """
    SELECT count(*) FROM (
        SELECT {value} FROM r WHERE {value} IS NOT NULL GROUP BY 1 HAVING count(*) > 1)"""
DANGLING = """
    SELECT count(*) FROM (SELECT {reference} AS id FROM r WHERE {reference} IS NOT NULL) AS used
    ANTI JOIN (SELECT {target}.id AS id FROM r WHERE {target} IS NOT NULL) AS known USING (id)"""
CHECKS = {
    "ids that stand twice": [REPEATED.format(value=f"{kind}.id") for kind in COLUMNS],
    "references to nothing": [
        DANGLING.format(reference="service_item.organization", target="organization"),
        DANGLING.format(reference="service_item.power_item", target="power_item"),
        DANGLING.format(reference="power_item.licensing_item", target="licensing_item"),
        """
    SELECT count(*) FROM (SELECT unnest(power_item.authorities).organization AS id FROM r WHERE power_item IS NOT NULL)
    ANTI JOIN (SELECT organization.id AS id FROM r WHERE organization IS NOT NULL) AS known USING (id)""",
    ],
    "credit codes of another form": ["""
    SELECT count(*) FROM r WHERE organization.credit_code IS NOT NULL
    AND NOT regexp_full_match(organization.credit_code, '[0-9A-HJ-NPQRTUWXY]{18}')"""],
    "codes of services that stand twice": [REPEATED.format(value="service_item.implementation_code")],
    "powers without a basis": ["""
    SELECT count(*) FROM r WHERE power_item IS NOT NULL AND coalesce(len(power_item.basis), 0) = 0"""],
    "bases without an article": ["""
    SELECT count(*) FROM (SELECT unnest(power_item.basis) AS basis FROM r WHERE power_item IS NOT NULL)
    WHERE basis.instrument IS NOT NULL AND basis.articles IS NULL AND basis.clauses IS NULL"""],
    "promises longer than the law": ["""
    SELECT count(*) FROM r WHERE service_item.promised_limits[1].unit = service_item.statutory_limits[1].unit
    AND service_item.promised_limits[1].amount > service_item.statutory_limits[1].amount"""],
    "powers by type and level": ["""
    SELECT count(*) FROM (
        SELECT power_item.power_type, power_item.item_level, count(*) FROM r WHERE power_item IS NOT NULL GROUP BY 1, 2)"""],
}


def main():
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    if len(sys.argv) < 2:
        return
    connection.execute(
        "CREATE TABLE r AS SELECT * FROM read_json(?, format = 'newline_delimited', maximum_object_size = 40000000,"
        f" columns = {COLUMNS})",
        [sys.argv[1]],
    )
    for name, queries in CHECKS.items():
        print(f"{name}: {sum(connection.execute(query).fetchone()[0] for query in queries)}")


main()
