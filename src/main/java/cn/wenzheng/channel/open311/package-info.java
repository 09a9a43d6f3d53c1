/** Open311 GeoReport v2: the server that other programs of citizens talk to. */
@NullMarked
package cn.wenzheng.channel.open311;

import org.jspecify.annotations.NullMarked;
