/** How the engine is set up: what it parses in, keeps in history, takes for the time and for the city's people. */
@NullMarked
package cn.wenzheng.process.engine;

import org.jspecify.annotations.NullMarked;
