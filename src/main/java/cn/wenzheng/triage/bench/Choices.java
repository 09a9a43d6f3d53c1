package cn.wenzheng.triage.bench;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Duties;
import cn.wenzheng.triage.Warning;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What an operator chooses from, read once by his page: so that a key is answered without asking the server. */
@Component
class Choices {

    private final OrganizationDesk organization;
    private final ObjectProvider<Duties> duties;

    /** Names change seldom, and to spell them takes a while. */
    private final Map<String, List<String>> spelled = new ConcurrentHashMap<>();

    Choices(OrganizationDesk organization, ObjectProvider<Duties> duties) {
        this.organization = organization;
        this.duties = duties;
    }

    /**
     * A unit or a leaf of the category tree.
     *
     * @param path with the topics above; the name for a unit
     * @param initials every way to type the name by the first letters of its signs
     * @param unit whose it is by the duty directory; null for a unit, and where nobody is responsible
     * @param clause where that is written; null where it is not
     */
    record Choice(
            String code,
            String name,
            String path,
            List<String> initials,
            @Nullable String unit,
            List<String> assisting,
            @Nullable String clause) {}

    /** Everything there is to choose; of the closed lists code and word in the reader's language. */
    record All(List<Choice> units, List<Choice> topics, Map<String, Map<String, String>> words) {}

    All all() {
        return new All(
                organization.units().stream()
                        .filter(unit -> !unit.isCentre())
                        .map(this::unit)
                        .toList(),
                organization.categories().stream()
                        .filter(Category::leaf)
                        .map(this::topic)
                        .toList(),
                Map.of(
                        "kind", words(PetitionKind.values()),
                        "urgency", words(Urgency.values()),
                        "reason", words(RefusalReason.values()),
                        "channel", words(Channel.values()),
                        "status", words(PetitionStatus.values()),
                        "action", words(BenchAction.values()),
                        "warning", words(Warning.values())));
    }

    private Choice unit(Unit unit) {
        return new Choice(unit.code(), unit.name(), unit.name(), initials(unit.name()), null, List.of(), null);
    }

    private Choice topic(Category leaf) {
        String path = String.valueOf(organization.categoryPath(leaf.code()));
        Duties directory = duties.getIfAvailable();
        if (directory == null) {
            return new Choice(
                    leaf.code(), leaf.name(), path, initials(leaf.name()), leaf.unit(), List.of(), leaf.clause());
        }
        return directory
                .of(leaf.code(), null)
                .map(duty -> new Choice(
                        leaf.code(),
                        leaf.name(),
                        path,
                        initials(leaf.name()),
                        duty.unit(),
                        duty.assisting(),
                        duty.clause()))
                .orElseGet(
                        () -> new Choice(leaf.code(), leaf.name(), path, initials(leaf.name()), null, List.of(), null));
    }

    private List<String> initials(String name) {
        return spelled.computeIfAbsent(name, Initials::of);
    }

    private static <E extends ClosedList> Map<String, String> words(E[] list) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return Arrays.stream(list)
                .collect(Collectors.toMap(
                        ClosedList::code,
                        (Function<E, String>) value -> english ? value.en() : value.zh(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
