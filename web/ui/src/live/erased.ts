/** What is left of a person or a text that was erased, in words: nothing people write is ever empty. */
import type { Entity } from "../protocol";
import { t } from "../text/text.svelte";

export function worded(entity: Entity): Entity {
  switch (entity.type) {
    case "participant":
      return entity.name ? entity : { ...entity, name: t("person-erased") };
    case "note":
    case "comment":
    case "message":
      return entity.text ? entity : { ...entity, text: t("text-erased") };
  }
  return entity;
}
