package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like the name of a place, by the way such names end. A name begins where the small words before it
 * end, because Chinese puts no space there.
 */
final class PlaceNames {

    /**
     * A name in a text.
     *
     * @param worth how exactly such a name says where it is
     */
    record Name(int from, int to, int worth) {}

    /** What can stand behind a name and says more exactly where. */
    private static final Pattern BEHIND = Pattern.compile(
            "(村|乡|镇|小区|社区|街道|院|场|片区|站(?![长点着在立岗])|老?新?大楼|[便民政务党群医社保服]{2,6}中心|城市?|派出所|手机城|小学|中学|[东西南北]?[0-9一二三四五六七八九十]{1,4}(号楼|栋|幢|座|号院|号|期|单元|组|社|队|斗|楼)|[东西南北中][段区门片头]|家属院|路口|[东西南北]口|十字路口|急诊|门诊|[一-龥]{0,4}窗口)*");

    private static final Pattern CROSSING =
            Pattern.compile("^[与和跟、及]([一-龥]{1,5}[路街道巷])?[一-龥]{0,3}(交叉路口|交叉口|交汇处|交汇|交口|路口|十字)");

    /** What is farther behind a name does not belong to it. */
    private static final int BEHIND_MOST = 16;

    /** More signs of places in a row are an address: its narrower part says enough. */
    private static final int FARTHEST = 12;

    private PlaceNames() {}

    /** All names; where one lies within another only the longer one. */
    static List<Name> in(String text) {
        List<Name> names = new ArrayList<>();
        for (PlaceKind kind : PlaceKind.values()) {
            Matcher matcher = kind.ends.matcher(text);
            while (matcher.find()) {
                add(names, text, matcher, kind);
            }
        }
        return chained(names);
    }

    /** A village behind its town says where it is together with it. */
    private static List<Name> chained(List<Name> names) {
        names.sort(Comparator.comparingInt(Name::from));
        List<Name> chained = new ArrayList<>();
        for (Name name : names) {
            Name last = chained.isEmpty() ? null : chained.get(chained.size() - 1);
            if (last != null
                    && last.to == name.from
                    && name.worth > PlaceKind.FIRM.worth
                    && name.to - last.from <= FARTHEST) {
                chained.set(chained.size() - 1, new Name(last.from, name.to, Math.max(last.worth, name.worth)));
            } else {
                chained.add(name);
            }
        }
        return chained;
    }

    /** A wider name that begins in a narrower one is that one's tail, or begins behind it. */
    private static void add(List<Name> names, String text, Matcher matcher, PlaceKind kind) {
        int from = PlaceWords.beginning(text, matcher.start());
        Name before = names.stream()
                .filter(name -> name.from < matcher.end() && name.to > from)
                .max(Comparator.comparingInt(Name::to))
                .orElse(null);
        if (before != null && goesOn(before, from, text, matcher, kind)) {
            names.remove(before);
            names.add(new Name(before.from, end(text, matcher.end()), Math.max(before.worth, kind.worth)));
        } else {
            int start = before == null ? from : before.to;
            if (matcher.start() - start >= kind.shortest && PlaceWords.isProper(text, start, matcher)) {
                int end = end(text, matcher.end());
                names.add(new Name(start, end, kind.worth + (end > matcher.end() ? 1 : 0)));
            }
        }
    }

    private static boolean goesOn(Name before, int from, String text, Matcher matcher, PlaceKind kind) {
        return before.to == matcher.start()
                || before.from >= from
                        && before.to < matcher.start()
                        && kind.isNamedAfterOthers()
                        && PlaceWords.isProper(text, before.to, matcher);
    }

    /** Where a name ends that goes on with a part, a gate or a crossing road. */
    static int end(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + BEHIND_MOST));
        Matcher crossing = CROSSING.matcher(rest);
        if (crossing.find()) {
            return end + crossing.end();
        }
        Matcher behind = BEHIND.matcher(rest);
        return behind.lookingAt() ? end + behind.end() : end;
    }
}
