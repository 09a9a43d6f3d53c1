package cn.wenzheng.organization;

import org.jspecify.annotations.Nullable;

/**
 * A body of the city that can be answerable for a petition.
 *
 * @param code letters and digits only; also the account name of the unit's first handler
 * @param level 1 city, 2 county or district, 3 township or street, 4 village or community
 * @param parent the code of the unit above; null only for the centre, the root, which handles nothing itself
 */
public record Unit(
        String code, String name, int level, @Nullable String parent) {

    /** True for the centre: it accepts, assigns and reviews, and no petition is ever assigned to it. */
    public boolean isCentre() {
        return parent == null;
    }
}
