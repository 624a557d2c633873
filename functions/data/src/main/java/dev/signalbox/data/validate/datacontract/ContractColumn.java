package dev.signalbox.data.validate.datacontract;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column must be like.
///
/// @param name as it stands in the data
/// @param type of its values
/// @param required whether a dataset without it is refused; false for columns that no model can use
/// @param nullable whether values may be missing
/// @param missingShare share of rows that lacked a value, 0 to 1
/// @param key whether each row must have a value of its own
/// @param low least value allowed, with the tolerance for further samples of the same kind; null: no limit
/// @param high greatest value allowed, likewise; null: no limit
/// @param quantiles as the profile had them; empty for text
/// @param categories every value that is allowed, most frequent first; null: any
public record ContractColumn(
        String name,
        ColumnType type,
        boolean required,
        boolean nullable,
        double missingShare,
        boolean key,
        @Nullable Double low,
        @Nullable Double high,
        List<Double> quantiles,
        @Nullable List<String> categories) {
    public ContractColumn {
        Require.present(name, "name");
        Require.present(type, "type");
        quantiles = Require.listOrEmpty(quantiles);
        categories = categories == null ? null : List.copyOf(categories);
    }
}
