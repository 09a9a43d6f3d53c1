package cn.wenzheng.triage.text;

import cn.wenzheng.triage.text.PlaceNames.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the place a text speaks of: an estate, a road, a school by the way such names end, else a county, street or
 * village of the city's own directory. A name begins where the small words before it end, because Chinese puts no space
 * there.
 */
public final class Places {

    /** Longer texts say where they are in their beginning. */
    private static final int HEARD = 1500;

    private static final Pattern TOLD = Pattern.compile(
            "(?:(?:家|居)住|住在|位于|(?<![现正都还就已存不实所])在)([一-龥0-9A-Za-z]{2,7}?)(?=的|门口|附近|旁边|对面|这边|那边|上班|办|买|吃|登记)");

    /** What somebody can be in, and is no place. */
    private static final Pattern NOWHERE = Pattern.compile(
            "[我你他她它这那哪家没不了着去来]|网上|线上|手机|平台|直播|外地|外省|单位|公司|学校|小区|村里|楼|现场|门口|路边|路上|里|中|下|上$|后|前|时|候|外|期间|过程|老家|[0-9一二三四五六七八九十]{2,}");

    /** A name in the title is meant. */
    private static final double TITLE_WORTH = 1;

    /** What is wrong behind a name is wrong there. */
    private static final double TROUBLE_WORTH = 2;

    /** What is farther behind a name is hardly said of it. */
    private static final int BEHIND = 25;

    /** How much less each sign before it makes a name worth. */
    private static final double LATER = 0.005;

    private static final int AREA_WORTH = 2;

    private final List<Area> areas;

    /**
     * A county, street or village of the city.
     *
     * @param word its name without what only says what kind of body it is
     */
    public record Area(String code, String word, int level) {}

    public Places(Collection<Area> areas) {
        this.areas = areas.stream()
                .filter(area -> area.word().length() > 1)
                .sorted(Comparator.comparingInt(Area::level)
                        .thenComparingInt(area -> area.word().length())
                        .reversed())
                .toList();
    }

    /** The place a text speaks of, that in the title first; empty when it names none. */
    public Optional<Place> in(Words words) {
        String all = words.all();
        String text = all.length() <= HEARD ? all : all.substring(0, HEARD);
        Area area = areas.stream()
                .filter(known -> text.contains(known.word()))
                .findFirst()
                .orElse(null);
        return named(text, words.title() == null ? 0 : words.title().length())
                .or(() -> told(text))
                .map(place -> new Place(place, area == null ? null : area.code()));
    }

    /** The name that says best where it is: an exact one, where something is wrong, told early. */
    private Optional<String> named(String text, int title) {
        List<Name> names = names(text);
        return names.stream()
                .max(Comparator.<Name>comparingDouble(name -> worth(name, text, title))
                        .thenComparing(Comparator.comparingInt(Name::from).reversed()))
                .map(name -> text.substring(name.from(), name.to()))
                .map(word -> names.stream()
                        .map(name -> text.substring(name.from(), name.to()))
                        .filter(name -> name.contains(word))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(word));
    }

    /** Where somebody says that it is, though it ends like no place. */
    private static Optional<String> told(String text) {
        return TOLD.matcher(text)
                .results()
                .map(told -> told.group(1))
                .filter(word -> !NOWHERE.matcher(word).find())
                .findFirst();
    }

    /** What ends like a name, and what the city's directory knows though it ends like none. */
    private List<Name> names(String text) {
        List<Name> names = new ArrayList<>(PlaceNames.in(text));
        for (Area area : areas) {
            int from = text.indexOf(area.word());
            int to = from + area.word().length();
            if (from >= 0 && names.stream().noneMatch(name -> name.from() < to && from < name.to())) {
                names.add(new Name(from, PlaceNames.end(text, to), AREA_WORTH));
            }
        }
        return names;
    }

    private static double worth(Name name, String text, int title) {
        double worth = name.worth() - LATER * Math.min(name.from(), HEARD / 2);
        worth += name.to() <= title ? TITLE_WORTH : 0;
        return worth + (Weights.TROUBLE.matcher(around(name, text)).find() ? TROUBLE_WORTH : 0);
    }

    /** What its clause says beside the name. */
    private static String around(Name name, String text) {
        int to = name.to();
        while (to < text.length() && to < name.to() + BEHIND && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(name.to(), to);
    }
}
