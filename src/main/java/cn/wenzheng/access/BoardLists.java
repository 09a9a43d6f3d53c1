package cn.wenzheng.access;

import cn.wenzheng.organization.Actor;
import java.util.List;

/**
 * What a room has to show on the supervisor's board beside the slips; kept by rooms that supervision does not know.
 *
 * <p>An offer's words are those of the start page: its heading is {@code page.start.<key>}.
 */
public interface BoardLists {

    /** The lists for this person; each costs the board one statement. */
    List<StartBlocks.Offer> onBoard(Actor actor);
}
