package dev.signalbox.data.validate;

import dev.signalbox.contract.config.QualityConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.stage.RowCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an answer of Validate is made from; equal identities have equal answers.
///
/// @param pipeline whose contract is enforced
/// @param dataset hash of the table
/// @param holdout hash of the user's holdout; null for none
/// @param holdoutRejected rows of the user's holdout that were set aside; null for none
/// @param rows what Ingest counted
/// @param target the column to predict
/// @param task as configured
/// @param positiveLabel as configured
/// @param ignoredColumns that are exempt
/// @param splitColumn that must not be dropped
/// @param quality limits
/// @param contract hash of the contract in force; null before the first
/// @param champion hash of the champion's training profile; null where there is none
/// @param dropped columns that decisions of this run took out
record ValidateIdentity(
        String pipeline,
        String dataset,
        @Nullable String holdout,
        @Nullable Long holdoutRejected,
        RowCounts rows,
        String target,
        @Nullable Task task,
        @Nullable String positiveLabel,
        List<String> ignoredColumns,
        @Nullable String splitColumn,
        QualityConfig quality,
        @Nullable String contract,
        @Nullable String champion,
        List<String> dropped) {}
