package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The areas of the city by the names people give them: 钟鼓楼街道 for its office, 通渠村 for its committee. */
final class Areas {

    private static final Pattern BODY = Pattern.compile("(人民政府|办事处|居民委员会|村民委员会|居委会|村委会|管理委员会|管委会)$");
    private static final int SHORTEST = 2;

    private record Name(String word, String code, int level) {}

    /** The smallest areas first, then the longest names: what is most exact is said. */
    private final List<Name> names = new ArrayList<>();

    Areas(Collection<Unit> units) {
        for (Unit unit : units) {
            String word = BODY.matcher(unit.name()).replaceFirst("");
            if (unit.level() > 1 && word.length() > SHORTEST && !word.equals(unit.name())) {
                names.add(new Name(word, unit.code(), unit.level()));
            }
        }
        names.sort(Comparator.comparingInt(Name::level)
                .thenComparingInt(name -> name.word().length())
                .reversed());
    }

    /** The area and the areas above it, the city not among them. */
    static List<String> upwards(String area, OrganizationDesk organization) {
        List<String> upwards = new ArrayList<>();
        Unit at = organization.unit(area).orElse(null);
        while (at != null && at.level() > 1) {
            upwards.add(at.code());
            at = at.parent() == null ? null : organization.unit(at.parent()).orElse(null);
        }
        return upwards;
    }

    /** The code of the smallest area that the first of the texts names; null when none names any. */
    @Nullable
    String in(@Nullable String... texts) {
        for (String text : texts) {
            String found = text == null ? null : namedIn(text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String namedIn(String text) {
        return names.stream()
                .filter(name -> text.contains(name.word()))
                .map(Name::code)
                .findFirst()
                .orElse(null);
    }
}
