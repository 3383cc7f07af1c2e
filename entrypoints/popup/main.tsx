import '@/components/theme.css';
import '@/components/card.css';
import '@/components/timeline.css';
import './style.css';
import './lists.css';
import './this-page.css';
import { render } from 'preact';
import { App } from './App';

render(<App />, document.getElementById('app')!);
