package cn.wenzheng.access;

import cn.wenzheng.organization.Actor;

/** The figure in the head of every page; kept by room {@code notice}. */
public interface UnreadNotices {

    /** How many notices the person has not read yet; 100 stands for more than 99. */
    int of(Actor actor);
}
