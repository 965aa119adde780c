import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import type { Task } from './next-tasks.ts'
import { sectionPath } from './section-paths.ts'

const shownAtFirst = 8

/** What comes next, most urgent first; a long list opens on demand. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const say = useWords()
  const [all, setAll] = useState(false)
  if (tasks.length === 0) return <p>{say({ zh: '目前没有待办事项。', en: 'Nothing is left to do.' })}</p>
  const shown = all ? tasks : tasks.slice(0, shownAtFirst)
  return (
    <>
      <ol className="tasks">
        {shown.map((task) => (
          <li key={task.key}>
            <TaskLine task={task} />
          </li>
        ))}
      </ol>
      {shown.length < tasks.length && (
        <Button className="all-tasks" onClick={() => setAll(true)}>
          {say({ zh: `显示全部 ${tasks.length} 项`, en: `Show all ${tasks.length}` })}
        </Button>
      )}
    </>
  )
}

function TaskLine({ task }: { task: Task }) {
  const say = useWords()
  return (
    <>
      <div>
        <strong>{say(task.words)}</strong>
        <p className="hint">{say(task.why)}</p>
      </div>
      {task.place === 'window' ? (
        <a href="/windows" className="link-button">
          {say({ zh: '受理窗口', en: 'Windows' })}
        </a>
      ) : (
        <Link to={sectionPath(task.section)} search={task.search ?? {}} className="link-button">
          {say({ zh: '去办理', en: 'Do it now' })}
          <span className="visually-hidden">
            {say({ zh: `：${task.words.zh}`, en: `: ${task.words.en}` })}
          </span>
        </Link>
      )}
    </>
  )
}
