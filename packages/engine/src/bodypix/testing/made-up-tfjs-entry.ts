import './answer-from-cache';
import '../tfjs-entry';
