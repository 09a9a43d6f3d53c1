package cn.wenzheng.access.api;

import java.io.IOException;

/** A request's body is longer than the house reads. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;
}
