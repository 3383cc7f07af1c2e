import '@/components/theme.css';
import '@/components/card.css';
import '@/components/timeline.css';
import './style.css';
import { render } from 'preact';
import { TimelinePage } from './TimelinePage';

render(<TimelinePage />, document.getElementById('app')!);
