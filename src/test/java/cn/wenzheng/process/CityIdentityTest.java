package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine sees the city's people and keeps none of its own. */
class CityIdentityTest extends ProcessScene {

    @Autowired
    IdentityService identity;

    @BeforeEach
    void thePeopleAreThere() {
        List<Person> people = List.of(
                new Person("0106", "赵路", "0106", Set.of(Role.HANDLER)),
                new Person("0106-head", "钱明", "0106", Set.of(Role.HEAD)),
                new Person("admin", "孙理", "0000", Set.of(Role.ADMIN)),
                new Person("operator", "李受", "0000", Set.of(Role.OPERATOR)));
        when(organization.people()).thenReturn(people);
        people.forEach(person -> when(organization.person(person.id())).thenReturn(Optional.of(person)));
        when(organization.units())
                .thenReturn(List.of(new Unit("0000", "诉求中心", 1, null), new Unit("0106", "路灯所", 2, "0000")));
    }

    @Test
    void findsPeopleByIdNameAndGroup() {
        assertThat(identity.createUserQuery().userId("0106").singleResult())
                .satisfies(user -> assertThat(user.getFirstName()).isEqualTo("赵路"));
        assertThat(identity.createUserQuery().userId("nobody").singleResult()).isNull();
        assertThat(ids(identity.createUserQuery().userFirstNameLike("%明%").list()))
                .containsExactly("0106-head");
        assertThat(ids(identity.createUserQuery().memberOfGroup("unit-0106").list()))
                .containsExactly("0106", "0106-head");
        assertThat(ids(identity.createUserQuery().memberOfGroup("head-0106").list()))
                .containsExactly("0106-head");
        assertThat(ids(identity.createUserQuery().memberOfGroup("camunda-admin").list()))
                .containsExactly("admin");
        assertThat(ids(identity.createUserQuery().userIdIn("operator", "admin").list()))
                .containsExactly("admin", "operator");
    }

    @Test
    void countsAndPages() {
        assertThat(identity.createUserQuery().count()).isEqualTo(4);
        assertThat(ids(identity.createUserQuery().listPage(1, 2))).containsExactly("0106-head", "admin");
        assertThat(identity.createTenantQuery().count()).isZero();
    }

    @Test
    void namesTheGroupsOfAPerson() {
        assertThat(groups("0106-head")).containsExactlyInAnyOrder("head", "staff", "unit-0106", "head-0106");
        assertThat(groups("0106")).containsExactlyInAnyOrder("handler", "staff", "unit-0106");
        assertThat(groups("admin")).containsExactlyInAnyOrder("admin", "staff", "camunda-admin");
        assertThat(groups("operator")).containsExactlyInAnyOrder("operator", "staff");
        assertThat(identity.createGroupQuery()
                        .groupId("unit-0106")
                        .singleResult()
                        .getName())
                .isEqualTo("路灯所");
        assertThat(identity.createGroupQuery().groupNameLike("%路灯%").count()).isEqualTo(2);
    }

    @Test
    void checksNoPassword() {
        assertThat(identity.checkPassword("0106", "Wenzheng-demo-1")).isFalse();
    }

    private List<String> groups(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static List<String> ids(List<User> users) {
        return users.stream().map(User::getId).toList();
    }
}
