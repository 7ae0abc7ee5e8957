import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './global.css'
import { createRoot } from 'react-dom/client'
import { desktop } from '../lib/desktop.ts'
import { App } from './app.tsx'

createRoot(document.getElementById('root')!).render(<App />)

// The native menu speaks the language of the screens.
void desktop?.setLanguage(document.documentElement.lang === 'en' ? 'en' : 'zh')
