package cn.wenzheng.triage.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the model, from the moment somebody asks for it.
 *
 * @param id its number
 * @param step how far the training has come; null unless it runs
 * @param askedBy an account, or {@code system}
 * @param file the labelled file it was trained from; null when there was none
 * @param examples how many examples it was trained from; null until it is trained
 * @param compared how many decisions it was compared by, together with the version in use; few say nothing
 * @param accuracy share of right topics on those; null when it was not compared
 * @param accuracyBefore the same of the version that was in use
 * @param unknownLabels labels of the file that no topic of the tree is called by
 * @param reason why it was refused, or is only a candidate, in the reader's language; null when nothing has to be said
 * @param usable true when it can be put to use
 */
public record ModelVersion(
        long id,
        Origin origin,
        ModelState state,
        @Nullable TrainingStep step,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable Instant activatedAt,
        @Nullable String file,
        @Nullable Integer examples,
        @Nullable Integer labels,
        int compared,
        @Nullable Double accuracy,
        @Nullable Double macroF1,
        @Nullable Double accuracyBefore,
        List<String> unknownLabels,
        @Nullable String reason,
        boolean usable) {}
