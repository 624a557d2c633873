package dev.signalbox.model.matrix;

import dev.signalbox.contract.Require;
import java.util.List;

/// A column of a matrix.
///
/// @param name unique in the matrix, such as `bill_length_mm` or `date.month`
/// @param source the column of the dataset that it was made from
/// @param kind what its numbers mean
/// @param categories labels in the order of their codes; empty for numeric
public record Feature(String name, String source, FeatureKind kind, List<String> categories) {
    public Feature {
        Require.notBlank(name, "name");
        Require.notBlank(source, "source");
        Require.present(kind, "kind");
        categories = Require.listOrEmpty(categories);
        Require.that(
                (kind == FeatureKind.CATEGORICAL) != categories.isEmpty(),
                "feature " + name + " has " + categories.size()
                        + " categories; they go with the kind CATEGORICAL and only with it");
    }
}
