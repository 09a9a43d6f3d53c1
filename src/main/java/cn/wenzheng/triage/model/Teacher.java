package cn.wenzheng.triage.model;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.triage.SpeakingModel;
import cn.wenzheng.triage.evaluate.LabelledFile;
import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.Learning;
import cn.wenzheng.triage.text.TopicModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Trains a version and compares it with the one that speaks, by decisions that neither has seen. Changes nothing: what
 * is learnt may still be thrown away.
 *
 * <p>Decisions of the last weeks are parted by time: the older half is learnt for the comparison, the newer half asked
 * about. Only then is all of it learnt.
 */
@Component
class Teacher {

    private static final Duration LAST_WEEKS = Duration.ofDays(28);

    /** To ask about more tells nothing more. */
    private static final int ASKED = 1_000;

    private final ModelRows rows;
    private final TrainingRows trainings;
    private final ExampleRows examples;
    private final Models models;
    private final OrganizationDesk organization;
    private final ModelSettings settings;
    private final Clock clock;

    Teacher(
            ModelRows rows,
            TrainingRows trainings,
            ExampleRows examples,
            Models models,
            OrganizationDesk organization,
            ModelSettings settings,
            Clock clock) {
        this.rows = rows;
        this.trainings = trainings;
        this.examples = examples;
        this.models = models;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param reached told of every step
     * @throws Unlearnable when there is nothing that could be learnt
     */
    Learnt learn(Claim claim, Consumer<TrainingStep> reached) {
        reached.accept(TrainingStep.READING);
        models.follow();
        TreeLabels tree = new TreeLabels(organization.categories());
        return claim.origin() == Origin.FILE ? fromFile(claim, tree, reached) : fromDecisions(tree, reached);
    }

    private Learnt fromFile(Claim claim, TreeLabels tree, Consumer<TrainingStep> reached) {
        HistoryFile file = trainings.file(claim.version());
        HistoryCheck check = new HistoryCheck(read(file), tree);
        check.missing().ifPresent(missing -> {
            throw new Unlearnable(missing, check.unknown());
        });
        reached.accept(TrainingStep.LEARNING);
        TopicModel model = Learning.ofHistory(check.examples());
        reached.accept(TrainingStep.COMPARING);
        List<Labelled> asked = last(labelled(unseen()), ASKED);
        return new Learnt(model, check.examples().size(), null, comparison(tree, asked, model));
    }

    private static List<LabelledFile.Row> read(HistoryFile file) {
        Refusal first = null;
        for (List<String> columns : file.columns()) {
            try {
                return LabelledFile.read(file.content(), columns, file.label());
            } catch (Refusal unreadable) {
                first = first == null ? unreadable : first;
            }
        }
        throw new Unlearnable(Objects.requireNonNull(first), List.of());
    }

    private Learnt fromDecisions(TreeLabels tree, Consumer<TrainingStep> reached) {
        List<ExampleRows.Example> all = examples.latest(null, settings.most());
        List<Labelled> decisions = labelled(all);
        noteStrange(all);
        int asked = Math.min(ASKED, unseen().size() / 2);
        List<Labelled> held = last(decisions, asked);
        Comparison comparison = Comparison.none(held.size());
        if (new Yardstick(tree, held).saysEnough()) {
            reached.accept(TrainingStep.COMPARING);
            TopicModel trial = train(decisions.subList(0, decisions.size() - asked), tree);
            comparison = comparison(tree, held, trial);
        }
        reached.accept(TrainingStep.LEARNING);
        List<Labelled> lectures = Lectures.of(decisions, tree);
        return new Learnt(train(decisions, tree), lectures.size(), until(all), comparison);
    }

    /** Once they are learnt it is too late to see that they were new. */
    private void noteStrange(List<ExampleRows.Example> all) {
        NewWords words =
                new NewWords(all.stream().filter(ExampleRows.Example::seen).toList());
        examples.strange(all.stream()
                .filter(example -> !example.seen())
                .collect(Collectors.toMap(ExampleRows.Example::petition, words::partOf)));
    }

    private static TopicModel train(List<Labelled> decisions, TreeLabels tree) {
        List<Labelled> lectures = Lectures.of(decisions, tree);
        if (lectures.stream().map(Labelled::label).distinct().count() < 2) {
            throw new Unlearnable(Refusal.conflict("training-nothing-known"), List.of());
        }
        return TopicModel.train(lectures, tree::fieldOf);
    }

    /** The decisions of the last weeks that the version which speaks has not learnt. */
    private List<ExampleRows.Example> unseen() {
        Instant weeks = clock.instant().minus(LAST_WEEKS);
        Instant learnt = models.speaking()
                .flatMap(speaking -> rows.learntUntil(speaking.version()))
                .orElse(weeks);
        return examples.latest(learnt.isAfter(weeks) ? learnt : weeks, 2 * ASKED);
    }

    private Comparison comparison(TreeLabels tree, List<Labelled> asked, TopicModel candidate) {
        Yardstick yardstick = new Yardstick(tree, asked);
        Optional<SpeakingModel.Speaking> speaking = models.speaking();
        return speaking.isEmpty() || !yardstick.saysEnough()
                ? Comparison.none(asked.size())
                : yardstick.compare(candidate, speaking.get().topics());
    }

    private static @Nullable Instant until(List<ExampleRows.Example> all) {
        return all.isEmpty() ? null : all.get(all.size() - 1).at();
    }

    private static List<Labelled> labelled(List<ExampleRows.Example> examples) {
        return examples.stream().map(ExampleRows.Example::labelled).toList();
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
