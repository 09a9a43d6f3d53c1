/**
 * Open311 GeoReport v2: the server that other programs of citizens talk to. The topics of the city are its services; only what
 * everybody may know leaves, redacted.
 */
@NullMarked
package cn.wenzheng.channel.open311;

import org.jspecify.annotations.NullMarked;
