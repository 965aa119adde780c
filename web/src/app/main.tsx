import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './base.css'
import { LanguageProvider } from './language.tsx'
import { Look } from './look.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { TypeSizeProvider } from './type-size.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <TypeSizeProvider>
        <Look>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Look>
      </TypeSizeProvider>
    </LanguageProvider>
  </StrictMode>,
)
