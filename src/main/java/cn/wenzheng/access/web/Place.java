package cn.wenzheng.access.web;

import static cn.wenzheng.organization.Role.*;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place in the navigation of the staff.
 *
 * @param key its name is the message {@code page.place.<key>}
 */
record Place(String key, String address) {

    /** The places this person may go to, in the order of the work. */
    static List<Place> of(Actor actor) {
        return Stream.of(
                        place(actor, "work", "/work", Role.values()),
                        place(
                                actor,
                                "tasklist",
                                "/camunda/app/tasklist/",
                                OPERATOR,
                                DISPATCHER,
                                HANDLER,
                                HEAD,
                                REVIEWER,
                                SUPERVISOR),
                        place(
                                actor,
                                "petitions",
                                "/petitions",
                                OPERATOR,
                                DISPATCHER,
                                HANDLER,
                                HEAD,
                                REVIEWER,
                                SUPERVISOR,
                                ASSESSOR,
                                PUBLICITY,
                                AUDITOR),
                        place(actor, "bench", "/bench", OPERATOR),
                        place(actor, "entry", "/petitions/new", OPERATOR),
                        place(actor, "supervision", "/supervision", SUPERVISOR, HEAD),
                        place(actor, "benchfigures", "/bench/figures", SUPERVISOR),
                        place(actor, "deliveries", "/deliveries", OPERATOR, PUBLICITY, ADMIN),
                        place(actor, "import", "/import", OPERATOR),
                        place(actor, "assessment", "/assessment", ASSESSOR, SUPERVISOR, AUDITOR),
                        place(actor, "audit", "/audit", AUDITOR, SUPERVISOR),
                        place(actor, "city", "/admin", ADMIN, AUDITOR),
                        outsideTheCity(actor, "duties", "/admin/duties", OPERATOR, DISPATCHER),
                        outsideTheCity(actor, "answers", "/admin/answers", OPERATOR, DISPATCHER, REVIEWER, PUBLICITY),
                        place(actor, "cockpit", "/camunda/app/cockpit/", SUPERVISOR, ADMIN),
                        place(actor, "admin", "/camunda/app/admin/", ADMIN))
                .flatMap(found -> found)
                .toList();
    }

    /** A page of the city that others may read, too; who keeps the city finds it there. */
    private static Stream<Place> outsideTheCity(Actor actor, String key, String address, Role... roles) {
        return actor.hasAny(ADMIN, AUDITOR) ? Stream.empty() : place(actor, key, address, roles);
    }

    private static Stream<Place> place(Actor actor, String key, String address, Role... roles) {
        return actor.hasAny(roles) ? Stream.of(new Place(key, address)) : Stream.empty();
    }
}
