package cn.wenzheng.triage;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.triage.text.Place;
import cn.wenzheng.triage.text.Places;
import cn.wenzheng.triage.text.Words;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The places of the city's own directory; read anew only when the organization has read its units anew. */
final class CityPlaces {

    /** What the name of a body has behind the name of its area. */
    private static final Pattern BODY = Pattern.compile("(人民政府|管理委员会|办事处|居委会|村委会|居民委员会|村民委员会)$");

    private final OrganizationDesk organization;
    private volatile Known known = new Known(List.of(), new Places(List.of()));

    private record Known(Collection<Unit> units, Places places) {}

    CityPlaces(OrganizationDesk organization) {
        this.organization = organization;
    }

    /** The place the words speak of; what they leave open, the address that was given beside them may tell. */
    Optional<Place> in(Words words, @Nullable String address) {
        Optional<Place> said = in(words);
        if (address == null || said.filter(place -> place.area() != null).isPresent()) {
            return said;
        }
        Optional<Place> given = in(Words.of(address));
        return said.map(place -> new Place(place.words(), given.map(Place::area).orElse(null)))
                .or(() -> given);
    }

    /** The place the words speak of. */
    Optional<Place> in(Words words) {
        Collection<Unit> units = organization.units();
        Known current = known;
        if (current.units() != units) {
            current = new Known(units, new Places(areasOf(units)));
            known = current;
        }
        return current.places().in(words);
    }

    private static List<Places.Area> areasOf(Collection<Unit> units) {
        return units.stream()
                .filter(unit -> unit.level() > 1)
                .map(unit ->
                        new Places.Area(unit.code(), BODY.matcher(unit.name()).replaceFirst(""), unit.level()))
                .toList();
    }
}
