// Checks histories that CheckComparison wrote with Porcupine: one versioned register a key, over which a write answers with the version that it
// made and a read with the one that it saw. A line is: key, client, 1 if it writes, invoked, ended, version (-1 if there was no answer).
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/anishathalye/porcupine"
)

const (
	unanswered = -1
	timeout    = 30 * time.Second
	rounds     = 3
)

type input struct {
	key   int
	write bool
}

// step is the model of a key: a write adds one to the version, a read does not; either answers with what is then there.
func step(state, in, out any) (bool, any) {
	version := state.(int)
	if in.(input).write {
		version++
	}
	return out.(int) == unanswered || out.(int) == version, version
}

func partition(history []porcupine.Operation) [][]porcupine.Operation {
	byKey := map[int][]porcupine.Operation{}
	for _, operation := range history {
		key := operation.Input.(input).key
		byKey[key] = append(byKey[key], operation)
	}
	parts := make([][]porcupine.Operation, 0, len(byKey))
	for _, part := range byKey {
		parts = append(parts, part)
	}
	return parts
}

var model = porcupine.Model{Partition: partition, Init: func() any { return 0 }, Step: step}

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*.tsv"))
	if err != nil || len(files) == 0 {
		fmt.Fprintln(os.Stderr, "no history in", os.Args[1], err)
		os.Exit(1)
	}
	sort.Strings(files)
	for _, file := range files {
		history := read(file)
		result, cpu, wall := least(history)
		name := strings.TrimSuffix(filepath.Base(file), ".tsv")
		fmt.Printf("porcupine  %-32s %-8.3f %s, %d operations, %.3f s on the clock\n",
			name, cpu.Seconds(), result, len(history), wall.Seconds())
	}
}

// least checks a history some times, once if no answer came in time, and tells what took the least processor time.
func least(history []porcupine.Operation) (result porcupine.CheckResult, cpu, wall time.Duration) {
	for round := 0; round == 0 || (round < rounds && result != porcupine.Unknown); round++ {
		runtime.GC()
		begin, used := time.Now(), processor()
		result, _ = porcupine.CheckOperationsVerbose(model, history, timeout)
		if took := processor() - used; round == 0 || took < cpu {
			cpu, wall = took, time.Since(begin)
		}
	}
	return result, cpu, wall
}

// processor is the processor time that this process used, of all its threads.
func processor() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func read(path string) []porcupine.Operation {
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	var history []porcupine.Operation
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		history = append(history, operation(strings.Split(lines.Text(), "\t")))
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
	return history
}

func operation(fields []string) porcupine.Operation {
	numbers := make([]int64, len(fields))
	for i, field := range fields {
		number, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			panic(err)
		}
		numbers[i] = number
	}
	ended, version := numbers[4], int(numbers[5])
	if version == unanswered {
		ended = math.MaxInt64
	}
	return porcupine.Operation{
		ClientId: int(numbers[1]),
		Input:    input{key: int(numbers[0]), write: numbers[2] == 1},
		Call:     numbers[3],
		Output:   version,
		Return:   ended,
	}
}
