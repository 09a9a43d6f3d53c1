package cn.wenzheng.notice;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;

import cn.wenzheng.CityRows;
import cn.wenzheng.StillClock;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.delivery.AccountTrouble;
import cn.wenzheng.petition.delivery.AccountTroubled;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small city with people to whom notices can be addressed, on a database of its own. */
final class NoticeCity {

    static final Actor HANDLER = actor("0106", LIGHTING, Role.HANDLER);
    static final Actor COLLEAGUE = actor("0106-2", LIGHTING, Role.HANDLER);
    static final Actor HEAD = actor("0106-head", LIGHTING, Role.HANDLER, Role.HEAD);
    static final Actor OTHER = actor("0113", ROADS, Role.HANDLER);
    static final Actor OPERATOR = actor("operator", CENTRE, Role.OPERATOR);
    static final Actor SUPERVISOR = actor("supervisor", CENTRE, Role.SUPERVISOR);
    static final Actor ADMIN = actor("admin", CENTRE, Role.ADMIN);

    final CityRows city = new CityRows();
    final JdbcClient jdbc = city.jdbc();
    final StillClock clock = new StillClock();
    final NoticeRows rows = new NoticeRows(jdbc);
    final NoticeDesk desk = new NoticeDesk(new NoticeList(jdbc, clock), new ReadMarks(jdbc), clock);

    private int count;

    NoticeCity() {
        clock.shows("2026-03-10 10:00");
        for (Actor actor : new Actor[] {HANDLER, COLLEAGUE, HEAD, OTHER, OPERATOR, SUPERVISOR, ADMIN}) {
            jdbc.sql("INSERT INTO person (id, name, unit, roles, password_hash) VALUES (?, ?, ?, '{}', '')")
                    .params(actor.id(), actor.id(), actor.unit())
                    .update();
        }
    }

    static Actor actor(String id, String unit, Role... roles) {
        return new Actor(id, id, unit, Set.of(roles), Door.PAGE);
    }

    /** A petition arrives; nobody is told. */
    String petition() {
        String number = "WZ-20260310-%06d".formatted(++count);
        city.petition(number);
        return number;
    }

    Post about(String petition) {
        return new Post(petition, clock.instant());
    }

    /** A petition is given to a unit, which is told. */
    String assignedTo(String unit) {
        String number = petition();
        rows.add(about(number).about(Stage.HANDLING).to(Audience.unit(unit), NoticeKind.NEW_TASK, unit));
        return number;
    }

    /** An account of a unit on Weibo does not get in any more; the administrators are told. */
    long troubled(String code, String unit) {
        long id = jdbc.sql("""
                        INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                        VALUES ('WEIBO', ?, ?, '照明发布', '1', true, ?) RETURNING id""")
                .params(code, unit, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        new AccountNotices(rows)
                .troubled(new AccountTroubled(id, Channel.WEIBO, code, unit, AccountTrouble.PAUSED, clock.instant()));
        return id;
    }

    /** A petition waits for the operators, who are told. */
    String received() {
        String number = petition();
        rows.add(about(number).about(Stage.ACCEPTANCE).to(Audience.role(Role.OPERATOR), NoticeKind.NEW_TASK, null));
        return number;
    }
}
