package cn.wenzheng.triage.model;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How a training ends: the new version speaks from now on, or it is kept beside the one that does, or refused. */
@Component
class Trained {

    private final ModelRows rows;
    private final TrainingRows trainings;
    private final Models models;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Trained(
            ModelRows rows,
            TrainingRows trainings,
            Models models,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.trainings = trainings;
        this.models = models;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nothing is kept when another node has taken the training over meanwhile. */
    void keep(Claim claim, Learnt learnt) {
        byte[] content = written(learnt);
        transaction.executeWithoutResult(status -> {
            if (trainings.hold(claim)) {
                rows.takeTurn();
                Optional<Long> before = rows.active();
                trainings.keep(claim, learnt, content, clock.instant());
                done("model-trained", claim.version());
                verdict(claim, learnt.comparison(), before)
                        .ifPresentOrElse(
                                why -> trainings.explain(claim.version(), why), () -> speaks(claim.version(), before));
            }
        });
        models.call();
    }

    private void speaks(long version, Optional<Long> before) {
        rows.activate(version, clock.instant());
        journal.done(
                Actor.system(Door.ENGINE),
                "model-activated",
                null,
                before.<Map<String, ?>>map(old -> Map.of("version", old)).orElse(Map.of()),
                Map.of("version", version));
    }

    /** Why the new version does not speak by itself; empty when it does. */
    private Optional<Refusal> verdict(Claim claim, Comparison compared, Optional<Long> spoke) {
        Double accuracy = compared.accuracy();
        Double before = compared.before();
        if (accuracy != null && before != null && accuracy < before) {
            return Optional.of(Refusal.conflict("model-worse", compared.rows(), accuracy, before));
        }
        boolean unknown = accuracy == null && claim.origin() == Origin.DECISIONS;
        return unknown
                        && spoke.flatMap(rows::origin)
                                .filter(Origin.FILE::equals)
                                .isPresent()
                ? Optional.of(Refusal.conflict("model-not-compared", compared.rows(), Yardstick.FEWEST))
                : Optional.empty();
    }

    void refuse(Claim claim, Refusal refusal, List<String> unknownLabels) {
        transaction.executeWithoutResult(status -> {
            if (trainings.hold(claim)) {
                trainings.refuse(claim.version(), refusal, unknownLabels, clock.instant());
                done("model-training-refused", claim.version());
            }
        });
    }

    private void done(String action, long version) {
        journal.done(Actor.system(Door.ENGINE), action, null, Map.of(), Map.of("version", version));
    }

    private static byte[] written(Learnt learnt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            learnt.model().write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
