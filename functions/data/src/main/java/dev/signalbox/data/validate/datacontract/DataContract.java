package dev.signalbox.data.validate.datacontract;

import dev.signalbox.contract.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// contract.json.
///
/// @param version 1 for the first, then one more each time it is inferred anew
/// @param target the column to predict
/// @param rows of the dataset that it was inferred from
/// @param columns that the pipeline uses, in the order of that dataset
/// @param relations of numbers with the target, the strongest first; empty where none are known
public record DataContract(
        int version, String target, long rows, List<ContractColumn> columns, List<TargetRelation> relations) {
    public DataContract {
        Require.inRange(version, 1, Integer.MAX_VALUE, "version");
        Require.notBlank(target, "target");
        columns = Require.listOrEmpty(columns);
        relations = Require.listOrEmpty(relations);
    }

    /// Terms without relations.
    public DataContract(int version, String target, long rows, List<ContractColumn> columns) {
        this(version, target, rows, columns, List.of());
    }

    /// A column; null where the contract does not name it.
    public @Nullable ContractColumn column(String name) {
        for (ContractColumn column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }

    /// The same terms as another version's number.
    public DataContract withVersion(int other) {
        return new DataContract(other, target, rows, columns, relations);
    }
}
