package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.organization.Role;
import org.junit.jupiter.api.Test;

/** What a list is asked for stands in its address, and only that. */
class AskedTest {

    @Test
    void leavesOutWhatIsAbsentOrBlank() {
        Asked asked = new Asked()
                .add("unit", null)
                .add("q", " ")
                .add("role", Role.HEAD)
                .add("active", false);

        assertThat(asked.byName()).containsOnlyKeys("role", "active").containsEntry("role", "head");
    }

    @Test
    void writesTheFirstPageWithoutItsNumber() {
        Asked asked = new Asked().add("unit", "0106");

        assertThat(asked.at("/petitions", 0)).isEqualTo("/petitions?unit=0106");
        assertThat(asked.at("/petitions", 2)).isEqualTo("/petitions?unit=0106&page=2");
        assertThat(asked.without("unit").at("/petitions", 0)).isEqualTo("/petitions");
    }

    @Test
    void keepsASignThatMeansSomethingInAnAddress() {
        Asked asked = new Asked().add("q", " a&b {c} 100% +路 ");

        assertThat(asked.at("/petitions", 0)).isEqualTo("/petitions?q=a%26b%20%7Bc%7D%20100%25%20%2B%E8%B7%AF");
    }
}
