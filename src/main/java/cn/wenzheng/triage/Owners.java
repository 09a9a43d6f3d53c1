package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.text.Place;
import cn.wenzheng.triage.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Whose a topic is: by the duty directory, and where there is none by the unit that stands at the topic. */
record Owners(OrganizationDesk organization, ObjectProvider<Duties> duties) {

    /** What is laid at a unit's door, and not only asked of it. */
    private static final Pattern BLAME =
            Pattern.compile("不作为|乱作为|推诿|踢皮球|敷衍|包庇|态度|索要|收礼|红包|违规|吃拿卡要|渎职|投诉|举报|乱收费|不理|没人管");

    /** With which city's name the centre's begins. */
    private static final Pattern CITY = Pattern.compile("^([一-龥]{2,8}?)[市县区州盟]");

    /**
     * A unit and why it is answerable.
     *
     * @param reasons the clause of the duty, or the topic's name
     */
    record Owner(String unit, List<String> assisting, List<String> reasons) {}

    Optional<Owner> of(@Nullable Category leaf, @Nullable Place place) {
        if (leaf == null) {
            return Optional.empty();
        }
        String area = place == null ? null : place.area();
        return duties.stream()
                .flatMap(directory -> directory.of(leaf.code(), area).stream())
                .findFirst()
                .map(duty -> new Owner(duty.unit(), duty.assisting(), List.of(duty.clause())))
                .or(() -> ofTopic(leaf));
    }

    /** The marks of the duties by their topics. */
    Map<String, String> marks() {
        return duties.stream().findFirst().map(Duties::marks).orElse(Map.of());
    }

    private static Optional<Owner> ofTopic(Category leaf) {
        String clause = leaf.clause() == null ? leaf.name() : leaf.clause();
        return Optional.ofNullable(leaf.unit()).map(unit -> new Owner(unit, List.of(), List.of(clause)));
    }

    /** True when the text names the unit and lays something at its door. */
    boolean isBlamed(String unit, Words words) {
        return blamed(unit).test(words);
    }

    /** As {@link #isBlamed}, for whoever asks it of many texts. */
    Predicate<Words> blamed(String unit) {
        List<String> names = names(unit).filter(called -> called.length() > 2).toList();
        return words -> names.stream().anyMatch(words.all()::contains)
                && BLAME.matcher(words.all()).find();
    }

    /** Its name, and what people in its city call it, who leave the city's name out. */
    private Stream<String> names(String unit) {
        String name = organization.unitName(unit);
        Matcher city = CITY.matcher(organization.centre().name());
        return city.find()
                ? Stream.of(name, name.replaceFirst("^(中共)?" + city.group(1) + "[市县区州盟]?", ""))
                : Stream.of(name);
    }
}
