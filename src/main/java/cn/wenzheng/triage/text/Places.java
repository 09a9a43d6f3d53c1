package cn.wenzheng.triage.text;

import cn.wenzheng.triage.text.PlaceNames.Name;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the place a text speaks of: an estate, a road, a school by the way such names end, else a county, street or
 * village of the city's own directory. A name begins where the small words before it end, because Chinese puts no space
 * there.
 */
public final class Places {

    /** Longer texts say where they are in their beginning. */
    private static final int HEARD = 1500;

    /** A name in the title is meant. */
    private static final double TITLE_WORTH = 1;

    /** What is wrong behind a name is wrong there. */
    private static final double TROUBLE_WORTH = 1;

    /** How much less each sign before it makes a name worth. */
    private static final double LATER = 0.005;

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
                .or(() -> Optional.ofNullable(area).map(Area::word))
                .map(place -> new Place(place, area == null ? null : area.code()));
    }

    /** The name that says best where it is: an exact one, where something is wrong, told early. */
    private static Optional<String> named(String text, int title) {
        return PlaceNames.in(text).stream()
                .max(Comparator.<Name>comparingDouble(name -> worth(name, text, title))
                        .thenComparing(Comparator.comparingInt(Name::from).reversed()))
                .map(name -> text.substring(name.from(), name.to()));
    }

    private static double worth(Name name, String text, int title) {
        double worth = name.worth() - LATER * Math.min(name.from(), HEARD / 2);
        worth += name.to() <= title ? TITLE_WORTH : 0;
        return worth + (Gists.TROUBLE.matcher(around(name, text)).find() ? TROUBLE_WORTH : 0);
    }

    /** What its clause says beside the name. */
    private static String around(Name name, String text) {
        int to = name.to();
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(name.to(), to);
    }
}
