package cn.wenzheng.triage.model;

import java.util.UUID;

/** A training that this node works on now. */
record Claim(long version, UUID holder, Origin origin) {}
