package cn.wenzheng.access.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.UnreadNotices;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** What stands around every page: who is here, where he may go, in which look; asked by the layout. */
@Component
class Frame {

    private final CurrentActor current;
    private final OrganizationDesk organization;
    private final ObjectProvider<UnreadNotices> notices;
    private final MessageSource messages;
    private final Environment environment;

    Frame(
            CurrentActor current,
            OrganizationDesk organization,
            ObjectProvider<UnreadNotices> notices,
            MessageSource messages,
            Environment environment) {
        this.current = current;
        this.organization = organization;
        this.notices = notices;
        this.messages = messages;
        this.environment = environment;
    }

    /** The person at the screen; a citizen when nobody is logged in or the account is gone. */
    public Actor actor() {
        try {
            return current.get();
        } catch (Refusal gone) {
            return Actor.citizen(Door.PAGE);
        }
    }

    public boolean staff() {
        return !actor().roles().isEmpty();
    }

    /** True for a person with this role; the role by its code. */
    public boolean is(String role) {
        return actor().has(Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    /** How many notices wait for the person; the page of an error must not fail for a figure. */
    public int unread() {
        try {
            UnreadNotices counted = notices.getIfAvailable();
            return counted == null ? 0 : counted.of(actor());
        } catch (DataAccessException | TransactionException unreachable) {
            return 0;
        }
    }

    /** The name of the city's centre; what every centre is while there is none, or when nobody can say. */
    public String city() {
        try {
            return organization.units().stream()
                    .filter(Unit::isCentre)
                    .map(Unit::name)
                    .findFirst()
                    .orElseGet(this::anyCity);
        } catch (DataAccessException | TransactionException unreachable) {
            return anyCity();
        }
    }

    private String anyCity() {
        return messages.getMessage("page.city", null, LocaleContextHolder.getLocale());
    }

    /** Who stands behind an account in a timeline or a journal; the account itself when the person is gone. */
    public String name(String account) {
        return organization
                .person(account)
                .map(Person::name)
                .orElseGet(() ->
                        messages.getMessage("page.actor." + account, null, account, LocaleContextHolder.getLocale()));
    }

    public List<Place> places() {
        return Place.of(actor());
    }

    /** True when the page stands at the place or below it, and at none of the other places below that. */
    public boolean at(Place place) {
        String path = request().getRequest().getRequestURI();
        return places().stream()
                .filter(other -> path.equals(other.address()) || path.startsWith(other.address() + "/"))
                .max(Comparator.comparing(other -> other.address().length()))
                .filter(place::equals)
                .isPresent();
    }

    public boolean demo() {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** The look the reader has chosen: {@code light}, {@code dark}, or empty for the device's own. */
    public String theme() {
        var cookie = WebUtils.getCookie(request().getRequest(), "theme");
        String chosen = cookie == null ? "" : cookie.getValue();
        return List.of("light", "dark").contains(chosen) ? chosen : "";
    }

    /** The words of a closed list's value in the reader's language. */
    public String word(ClosedList value) {
        return chinese() ? value.zh() : value.en();
    }

    public boolean chinese() {
        return !"en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    private static ServletRequestAttributes request() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
