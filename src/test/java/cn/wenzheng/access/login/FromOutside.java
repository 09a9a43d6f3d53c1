package cn.wenzheng.access.login;

import cn.wenzheng.WithDatabase;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/** The running house, tried from outside. */
@WithDatabase
@ActiveProfiles("doors")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "wenzheng.access.account-attempts=3",
            "wenzheng.access.address-attempts=100",
            "wenzheng.portal.rate-limit=5",
            "camunda.bpm.job-execution.enabled=false"
        })
abstract class FromOutside {

    static final String PASSWORD = "correct-horse-battery";

    @LocalServerPort
    private int port;

    @Autowired
    JdbcClient jdbc;

    Visitor caller;

    @BeforeAll
    static void moveIn(@Autowired OrganizationDesk organization) {
        if (organization.units().isEmpty()) {
            String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
            organization.moveIn(
                    List.of(new Unit("0000", "银州市民生诉求中心", 1, null)),
                    List.of(),
                    Map.of(
                            person("operator", Role.OPERATOR), hash,
                            person("admin", Role.ADMIN), hash,
                            person("leaver", Role.OPERATOR), hash,
                            person("victim", Role.OPERATOR), hash,
                            person("newcomer", Role.OPERATOR), hash));
        }
    }

    private static Person person(String id, Role role) {
        return new Person(id, "人" + id, "0000", EnumSet.of(role));
    }

    @BeforeEach
    void arrives() {
        caller = visitor();
    }

    /** One more browser. */
    final Visitor visitor() {
        return new Visitor(port);
    }
}
