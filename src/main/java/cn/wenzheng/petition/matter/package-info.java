/** One matter, many petitioners (一事多诉): petitions about the same thing are handled once and answered each for itself. */
@NullMarked
@NamedInterface("matter")
package cn.wenzheng.petition.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
