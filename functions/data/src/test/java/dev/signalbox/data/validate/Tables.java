package dev.signalbox.data.validate;

/// Queries that make tables like real ones.
final class Tables {
    /// A standard normal number.
    static final String NORMAL = "(sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))";

    private Tables() {}

    /// Customers with numbers of several shapes, categories, missing values, and a target `y` of two classes
    /// that depends on them as far as honest data does.
    static String customers(int rows) {
        return """
            SELECT *, CASE WHEN age / 70 + 0.3 * (plan = 'basic')::INT + 0.4 * random() > 0.95 THEN 'yes' ELSE 'no' END AS y
            FROM (SELECT
              18 + 52 * random() AS age,
              exp(7 + 0.8 * %1$s) AS income,
              ['basic', 'plus', 'gold', 'team'][1 + floor(4 * pow(random(), 2))::INT] AS plan,
              floor(6 * random())::BIGINT AS rooms,
              random() < 0.4 AS member,
              CASE WHEN random() < 0.1 THEN NULL ELSE 100 + 15 * %1$s END AS score,
              CASE WHEN random() < 0.02 THEN NULL ELSE ['north', 'south', 'east'][1 + floor(3 * random())::INT] END AS region,
              DATE '2024-01-01' + floor(365 * random())::INT AS since
            FROM range(%2$d))
            """.formatted(NORMAL, rows);
    }

    /// The same with a numeric target `y`.
    static String houses(int rows) {
        return """
            SELECT *, 1000 * (50 + 2.5 * area + 12 * rooms - 0.4 * age + 20 * %1$s) AS y
            FROM (SELECT
              40 + 160 * random() AS area,
              1 + floor(6 * random())::BIGINT AS rooms,
              floor(80 * random())::BIGINT AS age,
              ['brick', 'wood', 'stone'][1 + floor(3 * random())::INT] AS walls
            FROM range(%2$d))
            """.formatted(NORMAL, rows);
    }
}
