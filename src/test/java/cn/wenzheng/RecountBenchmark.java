package cn.wenzheng;

import cn.wenzheng.budget.Copies;
import cn.wenzheng.budget.PetitionByHttp;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.organization.OrganizationDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says how long a hundred thousand running limits take to be counted by another calendar, every one of which moves with
 * its timers and its task, and how long a petition takes meanwhile from filing to close.
 *
 * <p>They belong to copies of one petition in a unit's hands, which has four limits, four timers and a task; the engine
 * looks for due timers all the while. No part of the build, since times on a shared machine mean little. Run it with
 * {@code mvn test -Dtest=RecountBenchmark -Dlimits=100000}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wenzheng.portal.rate-limit=100000")
@WithDatabase
@ActiveProfiles("budget")
class RecountBenchmark {

    private static final String COPIES = "WZ-20260301-";

    /** A day too late, which no calendar would let them be, and known to no calendar; the ledgers stay as they are. */
    private static final String LATE = """
            BEGIN;
            ALTER TABLE deadline DISABLE TRIGGER deadline_due_date_moves_by_entry;
            UPDATE deadline SET urge_at = urge_at + interval '1 day', remind_at = remind_at + interval '1 day',
                due_at = due_at + interval '1 day', calendar_version = 0
            WHERE petition LIKE '${copies}%' AND ended_at IS NULL;
            ALTER TABLE deadline ENABLE TRIGGER deadline_due_date_moves_by_entry;
            UPDATE act_ru_job SET duedate_ = duedate_ + interval '1 day' WHERE id_ LIKE '${copies}%';
            UPDATE act_ru_task SET due_date_ = due_date_ + interval '1 day' WHERE id_ LIKE '${copies}%';
            COMMIT;""".replace("${copies}", COPIES);

    /** The timers and tasks that are not where those of the first petition are. */
    private static final String LEFT_BEHIND = """
            SELECT (SELECT count(*) FROM act_ru_job copy JOIN act_ru_job first USING (job_def_id_)
                    WHERE copy.id_ LIKE :copies AND first.id_ NOT LIKE :copies AND copy.duedate_ <> first.duedate_)
                 + (SELECT count(*) FROM act_ru_task copy JOIN act_ru_task first USING (task_def_key_)
                    WHERE copy.id_ LIKE :copies AND first.id_ NOT LIKE :copies AND copy.due_date_ <> first.due_date_)""";

    private final int limits = Integer.getInteger("limits", 100_000);
    private final List<Long> petitions = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void saysHowLongCountingAnewTakes(
            @Autowired OrganizationDesk organization,
            @Autowired PasswordEncoder passwords,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user}") String owner)
            throws Exception {
        SmallCity.moveInto(organization, passwords);
        PetitionByHttp city = SmallCity.byHttp(port);
        for (int petition = 0; petition < 30; petition++) {
            carryOne(city);
        }
        say("petitions before");
        DataSource asOwner = new DriverManagerDataSource(url + "?currentSchema=wenzheng,public", owner, "");
        String petition = city.bringToUnit();
        new Copies(asOwner).ofPetition(petition, COPIES, limits / running(petition));
        new JdbcTemplate(asOwner).execute(LATE);
        long begin = System.nanoTime();
        new JdbcTemplate(asOwner).execute("ANALYZE");
        while (old() > 0) {
            carryOne(city);
        }
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
        System.out.printf(
                "%d limits with %d timers and %d tasks counted anew in %.1f s, %d timers and tasks left behind%n",
                number("SELECT count(*) FROM deadline WHERE ended_at IS NULL AND petition LIKE :copies"),
                number("SELECT count(*) FROM act_ru_job WHERE id_ LIKE :copies"),
                number("SELECT count(*) FROM act_ru_task WHERE id_ LIKE :copies"),
                seconds,
                number(LEFT_BEHIND));
        say("petitions meanwhile");
    }

    private void carryOne(PetitionByHttp city) throws Exception {
        long begin = System.nanoTime();
        city.carryOne();
        petitions.add((System.nanoTime() - begin) / 1_000_000);
    }

    private int old() {
        return number("SELECT count(*) FROM deadline WHERE calendar_version < 1 AND petition LIKE :copies");
    }

    private int running(String petition) {
        return jdbc.sql("SELECT count(*) FROM deadline WHERE ended_at IS NULL AND petition = ?")
                .param(petition)
                .query(Integer.class)
                .single();
    }

    private int number(String ofCopies) {
        return jdbc.sql(ofCopies)
                .param("copies", COPIES + "%")
                .query(Integer.class)
                .single();
    }

    private void say(String what) {
        Collections.sort(petitions);
        System.out.printf(
                "%s: %d, median %d ms, p95 %d ms, longest %d ms%n",
                what,
                petitions.size(),
                petitions.get(petitions.size() / 2),
                petitions.get(petitions.size() * 95 / 100),
                petitions.get(petitions.size() - 1));
        petitions.clear();
    }
}
