package cn.wenzheng.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as he stands in the register, with his own roles only.
 *
 * @param disabledAt since when he has left; null while he works for the city
 * @param passwordIsNew true while his password is one that somebody else has set
 */
public record KeptPerson(Person person, @Nullable Instant disabledAt, boolean passwordIsNew) {

    public String id() {
        return person.id();
    }
}
