package cn.wenzheng.budget;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The fewest people and units a petition can pass through. */
public final class SmallCity {

    private static final String CENTRE = "0000";
    private static final String LIGHTING = "0201";
    private static final String LAMPS = "C010101";
    public static final String PASSWORD = "Budget-and-commit-1";

    private SmallCity() {}

    public static void moveInto(OrganizationDesk organization, PasswordEncoder passwords) {
        if (!organization.units().isEmpty()) {
            return;
        }
        String hash = passwords.encode(PASSWORD);
        organization.moveIn(
                List.of(new Unit(CENTRE, "市民诉求中心", 1, null), new Unit(LIGHTING, "路灯管理所", 2, CENTRE)),
                List.of(
                        new Category("C01", "城乡建设", null, false, null, List.of()),
                        new Category(LAMPS, "路灯", "C01", true, LIGHTING, List.of("路灯"))),
                Map.of(
                        new Person("operator", "王受理", CENTRE, Set.of(Role.OPERATOR)), hash,
                        new Person("dispatcher", "李派单", CENTRE, Set.of(Role.DISPATCHER)), hash,
                        new Person("reviewer", "张审核", CENTRE, Set.of(Role.REVIEWER)), hash,
                        new Person(LIGHTING, "赵办理", LIGHTING, Set.of(Role.HANDLER)), hash));
    }

    public static PetitionByHttp byHttp(int port) {
        return new PetitionByHttp(port, LIGHTING, LAMPS, PASSWORD);
    }
}
