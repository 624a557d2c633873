package dev.signalbox.data.validate.enforce;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.data.validate.checks.FindingDraft;
import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.checks.Quoted;
import dev.signalbox.data.validate.datacontract.ContractColumn;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.ColumnNature;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.List;

/// Numbers that are the contract's in another unit: all quantiles moved by the very factor between two units.
/// It is refused rather than computed back, for the champion and everybody who asks it still speak the old
/// unit, and only the owner knows which of them is to change.
public final class UnitChangeCheck extends ColumnTermCheck {
    /// Quantiles from 5 % to 95 %; the ends are left to chance.
    private static final int LOW = 1;

    private static final int HIGH = 5;
    private static final int LEAST_ROWS = 50;
    private static final int LEAST_DISTINCT = 10;
    private static final double NEAR = 0.1;
    private static final double FAR = 0.3;
    private static final double SAME = 0.05;
    private static final List<Conversion> KNOWN = List.of(
            new Conversion("a factor of 1000", 1000, 0),
            new Conversion("a factor of 100", 100, 0),
            new Conversion("a factor of 10", 10, 0),
            new Conversion("a factor of 60", 60, 0),
            new Conversion("a factor of 3600", 3600, 0),
            new Conversion("inches and centimetres", 2.54, 0),
            new Conversion("inches and millimetres", 25.4, 0),
            new Conversion("metres and feet", 3.280839895, 0),
            new Conversion("miles and kilometres", 1.609344, 0),
            new Conversion("kilograms and pounds", 2.2046226218, 0),
            new Conversion("ounces and grams", 28.349523125, 0),
            new Conversion("Celsius and Fahrenheit", 1.8, 32),
            new Conversion("Celsius and Kelvin", 1, 273.15));

    @Override
    List<Finding> findings(Inspection inspection, DataContract contract, ContractColumn terms, ScannedColumn column) {
        List<Double> now = column.profile().quantiles();
        List<Double> was = terms.quantiles();
        boolean comparable = ColumnTypeCheck.isComparable(terms.type(), column.type())
                && contract.rows() >= LEAST_ROWS
                && inspection.rows() >= LEAST_ROWS
                && was.size() > HIGH
                && now.size() > HIGH
                && column.profile().distinct() >= LEAST_DISTINCT
                && !ColumnNature.movesWithTime(column)
                && !ColumnNature.identifiesRows(column, inspection.rows());
        if (!comparable || was.get(HIGH) <= was.get(LOW) || distance(was, now, 1, 0) < FAR) {
            return List.of();
        }
        return KNOWN.stream()
                .filter(unit -> moved(was, now, unit.factor(), unit.offset())
                        || moved(was, now, 1 / unit.factor(), -unit.offset() / unit.factor()))
                .findFirst()
                .map(unit -> List.of(finding(inspection, terms, column, unit)))
                .orElse(List.of());
    }

    /// Each quarter must lie nearer to where the conversion puts it than to where it was: in a column with a long
    /// tail the tail makes the width, and the tail of few rows moves by chance. One that both put at nearly the
    /// same place, as a quarter near 0, says nothing.
    private static boolean moved(List<Double> was, List<Double> now, double factor, double offset) {
        for (int i = LOW + 1; i < HIGH; i++) {
            double converted = factor * was.get(i) + offset;
            boolean tells = Math.abs(converted - was.get(i)) > SAME * (was.get(HIGH) - was.get(LOW));
            if (tells && Math.abs(now.get(i) - converted) > Math.abs(now.get(i) - was.get(i))) {
                return false;
            }
        }
        return distance(was, now, factor, offset) < NEAR;
    }

    /// The greatest distance of a quantile from where the conversion puts it, in widths of the column.
    private static double distance(List<Double> was, List<Double> now, double factor, double offset) {
        double width = factor * (was.get(HIGH) - was.get(LOW));
        double greatest = 0;
        for (int i = LOW; i <= HIGH; i++) {
            greatest = Math.max(greatest, Math.abs(now.get(i) - (factor * was.get(i) + offset)) / width);
        }
        return greatest;
    }

    private static Finding finding(Inspection inspection, ContractColumn terms, ScannedColumn column, Conversion unit) {
        double before = terms.quantiles().get((LOW + HIGH) / 2);
        double median = column.profile().quantiles().get((LOW + HIGH) / 2);
        return FindingDraft.error(FindingCode.UNIT_CHANGED)
                .column(column.name())
                .evidence("factor", unit.factor())
                .evidence("offset", unit.offset())
                .evidence("median", median)
                .evidence("contract_median", before)
                .evidence("rows", inspection.rows())
                .says("Column " + Quoted.name(column.name()) + " lies as if its unit had changed: " + unit.name()
                        + " are between it and the data contract throughout (median " + Quoted.number(median)
                        + ", before " + Quoted.number(before) + "); expected the same unit. Correct the source, or"
                        + " accept the new unit with quality.newContract.");
    }

    /// From one unit to another, or back.
    ///
    /// @param name of what lies between them
    /// @param factor to multiply with
    /// @param offset to add then
    private record Conversion(String name, double factor, double offset) {}
}
