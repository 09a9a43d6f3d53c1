package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.SpeakingModel.Speaking;
import cn.wenzheng.triage.text.BuiltIn;
import cn.wenzheng.triage.text.Dangers;
import cn.wenzheng.triage.text.Gists;
import cn.wenzheng.triage.text.Place;
import cn.wenzheng.triage.text.Scope;
import cn.wenzheng.triage.text.TopicGuess;
import cn.wenzheng.triage.text.TopicModel;
import cn.wenzheng.triage.text.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Thinks about what a citizen wrote, with the same classes that the command line measures. Changes nothing. */
@Component
class Thinking {

    private final CityTopics tree;
    private final CityPlaces places;
    private final Owners owners;
    private final ObjectProvider<SpeakingModel> models;

    Thinking(OrganizationDesk organization, ObjectProvider<Duties> duties, ObjectProvider<SpeakingModel> models) {
        this.tree = new CityTopics(organization);
        this.places = new CityPlaces(organization);
        this.owners = new Owners(organization, duties);
        this.models = models;
    }

    /** Learns what the house comes with; takes seconds, so that nobody should wait for it. */
    void learn() {
        BuiltIn.get();
    }

    /** True once it thinks at once. */
    boolean isReady() {
        return BuiltIn.isReady();
    }

    /** Looks at once whether another version speaks now. */
    void follow() {
        models.forEach(SpeakingModel::follow);
    }

    /** What it would think with now. */
    Basis basis() {
        return new Basis(learnt().map(Speaking::version).orElse(0L), owners.marks());
    }

    private Optional<Speaking> learnt() {
        return models.stream().flatMap(model -> model.speaking().stream()).findFirst();
    }

    /**
     * A guess and the leaf of the city's tree it means.
     *
     * @param leaf null when the city knows no topic of all that are guessed
     */
    private record Topic(TopicGuess guess, @Nullable Category leaf) {}

    /** The likeliest topic that the city has: one it has closed or renamed gives way to the next. */
    private Topic topic(List<TopicGuess> guesses, Words words, TopicModel leaves) {
        return guesses.stream()
                .flatMap(guess -> tree.leaf(guess.label(), words, leaves).map(leaf -> new Topic(guess, leaf)).stream())
                .findFirst()
                .orElseGet(() -> new Topic(guesses.get(0), null));
    }

    /**
     * What it thinks.
     *
     * @param address where the petitioner says it is, beside his words; says nothing of the topic
     */
    Suggestion about(String number, Words words, @Nullable String address) {
        BuiltIn builtIn = BuiltIn.get();
        Speaking speaking = learnt().orElseGet(() -> new Speaking(0, builtIn.topics()));
        Topic found = topic(speaking.topics().rank(words), words, builtIn.topics());
        TopicGuess topic = found.guess();
        Category leaf = found.leaf();
        Dangers.Heard danger = builtIn.dangers().hear(words);
        Place place = places.in(words, address).orElse(null);
        String said = places.in(words).map(Place::words).orElse(null);
        Owners.Owner owner = owners.of(leaf, place).orElse(null);
        List<String> urgent = danger.danger() ? danger.speaks() : List.of();
        return new Suggestion(
                number,
                speaking.version(),
                leaf == null ? null : new Guess(leaf.code(), topic.label(), topic.certainty(), topic.speaks()),
                guess(builtIn.kinds(), words, PetitionKind.OTHER.code()),
                danger.danger()
                        ? new Guess(Urgency.LIFE.code(), Urgency.LIFE.code(), danger.certainty(), urgent)
                        : haste(builtIn.haste(), words),
                place == null ? null : new Guess(place.words(), place.words(), 1, List.of(place.words())),
                owner == null ? null : new Guess(owner.unit(), owner.unit(), topic.certainty(), owner.reasons()),
                owner == null ? List.of() : owner.assisting(),
                Gists.of(words, said, topic.speaks(), urgent),
                warnings(words, danger, owner),
                scope(words).orElse(null));
    }

    private static Guess guess(TopicModel model, Words words, String otherwise) {
        return model.rank(words).stream()
                .findFirst()
                .map(kind -> new Guess(kind.label(), kind.label(), kind.certainty(), kind.speaks()))
                .orElseGet(() -> new Guess(otherwise, otherwise, 0, List.of()));
    }

    /** Danger has been heard for already and was not found. */
    private static Guess haste(TopicModel model, Words words) {
        return model.rank(words).stream()
                .filter(haste -> !haste.label().equals(Urgency.LIFE.code()))
                .findFirst()
                .map(haste -> new Guess(haste.label(), haste.label(), haste.certainty(), haste.speaks()))
                .orElseThrow();
    }

    private Set<Warning> warnings(Words words, Dangers.Heard danger, Owners.@Nullable Owner owner) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        mark(warnings, Warning.DANGER, danger.danger());
        mark(warnings, Warning.OUT_OF_SCOPE, !Scope.doubts(words).isEmpty());
        mark(warnings, Warning.INSULT, Scope.insults(words));
        mark(warnings, Warning.EMPTY, Scope.isEmpty(words));
        mark(warnings, Warning.CONFLICT_OF_INTEREST, owner != null && owners.isBlamed(owner.unit(), words));
        return warnings;
    }

    private static void mark(Set<Warning> warnings, Warning warning, boolean applies) {
        if (applies) {
            warnings.add(warning);
        }
    }

    private static Optional<RefusalReason> scope(Words words) {
        Optional<RefusalReason> doubt = Scope.doubts(words).stream().findFirst().map(found -> switch (found) {
            case COURT -> RefusalReason.PARTY_CONGRESS_COURT;
            case PROCEDURE -> RefusalReason.LEGAL_PROCEDURE;
            case SECRETS -> RefusalReason.SECRETS;
            case UNLAWFUL -> RefusalReason.UNLAWFUL;
        });
        boolean nothing = Scope.isEmpty(words);
        return doubt.or(() -> nothing ? Optional.of(RefusalReason.INSULT_OR_EMPTY) : Optional.empty());
    }
}
