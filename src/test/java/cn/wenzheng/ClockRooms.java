package cn.wenzheng;

import static org.mockito.Mockito.when;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.supervision.SupervisionProcess;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The three rooms that watch the clock, with their tables and transactions; the other rooms only listen.
 *
 * <p>Every test gets a petition of its own.
 */
@SpringBootTest(classes = ClockRooms.Rooms.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@WithDatabase
public abstract class ClockRooms {

    private static int count;

    @MockitoBean
    protected PetitionDesk petitions;

    @MockitoBean
    protected OrganizationDesk organization;

    @MockitoBean
    protected Journal journal;

    @MockitoBean
    protected SupervisionProcess process;

    @MockitoBean
    protected CurrentActor current;

    @Autowired
    protected StillClock clock;

    @Autowired
    protected Deadlines deadlines;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected CityRows city;

    protected final String petition = "WZ-20260310-%06d".formatted(++count);

    @BeforeEach
    void aPetitionArrivesOnTuesdayAtTen() {
        clock.shows("2026-03-10 10:00");
        city.petition(petition);
        when(organization.centre()).thenReturn(new Unit(CityRows.CENTRE, "诉求中心", 1, null));
        when(organization.unitName(CityRows.LIGHTING)).thenReturn("路灯管理处");
        when(organization.unitName(CityRows.ROADS)).thenReturn("市政养护处");
        when(current.get()).thenReturn(Actor.system(Door.ENGINE));
    }

    /** A limit begins now. */
    protected void starts(Stage stage, String unit, int round) {
        Deadlines.Start start = new Deadlines.Start(
                petition, stage, unit, round, clock.instant(), PetitionKind.COMPLAINT, Urgency.NORMAL, null, false);
        transaction.executeWithoutResult(tx -> deadlines.start(List.of(start)));
    }

    /** A stage is done now. */
    protected void ends(Stage stage, String unit) {
        transaction.executeWithoutResult(tx -> deadlines.end(petition, stage, unit, clock.instant()));
    }

    protected static Actor person(String id, String unit, Role... roles) {
        return new Actor(id, id, unit, Set.of(roles), Door.API);
    }

    /** No stereotype, lest the whole product scan it in its own tests. */
    @ComponentScan(
            basePackages = {"cn.wenzheng.deadline", "cn.wenzheng.supervision", "cn.wenzheng.assessment"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Controller.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "cn\\.wenzheng\\..*\\.web\\..*")
            })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        AopAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Rooms {

        @Bean
        StillClock clock() {
            return new StillClock();
        }

        @Bean
        PlainLevels levels() {
            return new PlainLevels();
        }

        @Bean
        CityRows city(DataSource dataSource) {
            return new CityRows(dataSource);
        }

        @Bean
        ResourceBundleMessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasename("messages");
            messages.setDefaultEncoding("UTF-8");
            return messages;
        }
    }
}
