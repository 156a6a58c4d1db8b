import './answer-from-cache';
import '../own-entry';
