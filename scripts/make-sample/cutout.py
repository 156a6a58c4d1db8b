"""Cuts the astronaut out of her portrait: outline by hand, GrabCut, and colours for the hair."""

import cv2
import numpy as np

from outline import HAIR_STROKES, OUTLINE

# The work is done at twice the portrait's size, so that edges fall between its pixels.
SCALE = 2
LAST_ROW = 352
EDGE_BAND_PX = 4
HAIR_BAND_PX = 22


def _filled(points, shape):
    mask = np.zeros(shape, np.uint8)
    fixed = np.round(np.float32(points) * SCALE * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], 255, cv2.LINE_AA, 4)
    return mask


def _disc(diameter):
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (diameter, diameter))


def _hair_band(shape):
    band = np.zeros(shape, np.uint8)
    for stroke in HAIR_STROKES:
        points = np.round(np.float32(stroke) * SCALE).astype(np.int32)
        cv2.polylines(band, [points], False, 255, HAIR_BAND_PX, cv2.LINE_AA)
    return band


def _grab_cut(picture, person, band_px):
    """GrabCut may only move the edge inside a narrow band around the outline."""
    mask = np.full(person.shape, cv2.GC_BGD, np.uint8)
    mask[cv2.dilate(person, _disc(band_px * 2 + 1)) > 0] = cv2.GC_PR_BGD
    mask[person > 127] = cv2.GC_PR_FGD
    mask[cv2.erode(person, _disc(band_px * 2 + 1)) > 127] = cv2.GC_FGD
    mask[(LAST_ROW - 6) * SCALE :][person[(LAST_ROW - 6) * SCALE :] > 127] = cv2.GC_FGD
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(picture, mask, None, *models, 4, cv2.GC_INIT_WITH_MASK)
    found = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8) * 255
    return _without_holes(found)


def _without_holes(mask):
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(outlines, key=cv2.contourArea)
    return cv2.drawContours(np.zeros_like(mask), [largest], -1, 255, cv2.FILLED)


def _spread(picture, weight, sigma):
    """Carries the colours where `weight` is over to where it is not."""
    weight = weight.astype(np.float32)
    total = np.zeros_like(picture)
    share = np.zeros(weight.shape, np.float32)
    # A wide and faint blur under the narrow one reaches the pixels that are far from any colour.
    for wide, factor in ((sigma, 1.0), (sigma * 4, 1e-3), (sigma * 16, 1e-6)):
        total += factor * cv2.GaussianBlur(picture * weight[..., None], (0, 0), wide)
        share += factor * cv2.GaussianBlur(weight, (0, 0), wide)
    return total / np.maximum(share, 1e-12)[..., None]


def _colour_alpha(picture, sure_person, sure_backdrop):
    """Where on the way from the backdrop's colour to the person's each pixel lies."""
    front = _spread(picture, sure_person, 4)
    back = _spread(picture, sure_backdrop, 6)
    way = front - back
    along = ((picture - back) * way).sum(2) / np.maximum((way * way).sum(2), 1e-4)
    # Bright strands come near to the backdrop: half way is already hair.
    return np.clip((along - 0.1) / 0.72, 0, 1)


def cut_out(path):
    """Returns premultiplied BGRA, float32 0..1, at `SCALE` times the portrait's size."""
    small = cv2.imread(path, cv2.IMREAD_COLOR)
    large = cv2.resize(small, None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_LANCZOS4)
    picture = large.astype(np.float32) / 255
    outline = _filled(OUTLINE, large.shape[:2])
    person = _grab_cut(large, outline, EDGE_BAND_PX)
    hard = cv2.GaussianBlur(person.astype(np.float32) / 255, (0, 0), 1.3)
    hair = _hair_band(outline.shape)
    sure_person = (cv2.erode(person, _disc(13)) > 0) & (hair < 255) | (
        cv2.erode(person, _disc(17)) > 0
    )
    sure_backdrop = (cv2.dilate(person, _disc(7)) == 0) & (hair == 0)
    soft = _colour_alpha(picture, sure_person, sure_backdrop)
    soft = np.maximum(soft, cv2.erode(person, _disc(11)) / 255.0)
    share = cv2.GaussianBlur(hair.astype(np.float32) / 255, (0, 0), 2)
    alpha = hard * (1 - share) + soft * share
    alpha[LAST_ROW * SCALE :] = 0
    colour = _clean_edge(picture, alpha)
    return np.dstack([colour * alpha[..., None], alpha]).astype(np.float32)


def _clean_edge(picture, alpha):
    """Edge pixels get the person's own colour: none of the old backdrop comes along."""
    full = (alpha > 0.97).astype(np.uint8)
    inside = cv2.erode(full, _disc(7)).astype(np.float32)
    share = cv2.GaussianBlur(cv2.erode(full, _disc(5)).astype(np.float32), (0, 0), 1)[..., None]
    return _spread(picture, inside, 2) * (1 - share) + picture * share
