"""Rewrites Silero VAD's graph, weights unchanged, so that it scores many frames in one call.

The published graph takes one frame a call: it sorts the recurrent layer's weights anew for each, and a runtime spends more
time between the operators than in them. Only the recurrent layer needs the frame before; here the others see all frames at
once, and ONNX's own LSTM goes through them.

    python3 to_sequences.py silero_vad_16k_op15.onnx silero_vad_16k.onnx

Needs the `onnx` package (Debian: python3-onnx).
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CONTEXT_AND_FRAME = 64 + 512
BINS = 129
UNITS = 128

published = onnx.load(sys.argv[1])
weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in published.graph.initializer}


def by_gate(name):
    """PyTorch has input, forget, cell, output; ONNX has input, output, forget, cell."""
    given, forget, cell, output = np.split(weights[f"model.decoder.rnn.{name}"], 4)
    return np.concatenate([given, output, forget, cell])


tensors = {
    "basis": weights["model.stft.forward_basis_buffer"],
    "lstm.w": by_gate("weight_ih")[None],
    "lstm.r": by_gate("weight_hh")[None],
    "lstm.b": np.concatenate([by_gate("bias_ih"), by_gate("bias_hh")])[None],
    "decoder.w": weights["model.decoder.decoder.2.weight"].reshape(1, UNITS).T,
    "decoder.b": weights["model.decoder.decoder.2.bias"],
    "each": np.array([-1, CONTEXT_AND_FRAME], dtype=np.int64),
    "mirrored": np.array([0, 0, 0, 64], dtype=np.int64),
    "axis 0": np.array([0], dtype=np.int64),
    "axis 1": np.array([1], dtype=np.int64),
    "axis 2": np.array([2], dtype=np.int64),
    "bins": np.array([BINS, BINS], dtype=np.int64),
    "units": np.array([UNITS], dtype=np.int64),
    "0": np.array([0], dtype=np.int64),
    "1": np.array([1], dtype=np.int64),
    "2": np.array([2], dtype=np.int64),
}
node = helper.make_node
nodes = [
    node("Reshape", ["input", "each"], ["frames"]),
    node("Pad", ["frames", "mirrored"], ["padded"], mode="reflect"),
    node("Unsqueeze", ["padded", "axis 1"], ["sound"]),
    node("Conv", ["sound", "basis"], ["spectrum"], kernel_shape=[256], strides=[128]),
    node("Split", ["spectrum", "bins"], ["real", "imaginary"], axis=1),
    node("Mul", ["real", "real"], ["real squared"]),
    node("Mul", ["imaginary", "imaginary"], ["imaginary squared"]),
    node("Add", ["real squared", "imaginary squared"], ["power"]),
    node("Sqrt", ["power"], ["encoded 0"]),
]
for i, stride in enumerate([1, 2, 2, 1]):
    for part, kind in (("w", "weight"), ("b", "bias")):
        tensors[f"encoder.{i}.{part}"] = weights[f"model.encoder.{i}.reparam_conv.{kind}"]
    inputs = [f"encoded {i}", f"encoder.{i}.w", f"encoder.{i}.b"]
    nodes += [
        node("Conv", inputs, [f"convolved {i}"], kernel_shape=[3], strides=[stride], pads=[1, 1]),
        node("Relu", [f"convolved {i}"], [f"encoded {i + 1}"]),
    ]
nodes += [
    node("Shape", ["input"], ["shape"]),
    node("Slice", ["shape", "0", "2", "axis 0"], ["steps and pieces"]),
    node("Concat", ["steps and pieces", "units"], ["sequence shape"], axis=0),
    node("Reshape", ["encoded 4", "sequence shape"], ["sequence"]),
    node("Split", ["state"], ["hidden", "cell"], axis=0),
    node(
        "LSTM",
        ["sequence", "lstm.w", "lstm.r", "lstm.b", "", "hidden", "cell"],
        ["said", "hidden after", "cell after"],
        hidden_size=UNITS,
    ),
    node("Concat", ["hidden after", "cell after"], ["stateN"], axis=0),
    node("Squeeze", ["said", "axis 1"], ["heard"]),
    node("Relu", ["heard"], ["decoded"]),
    node("MatMul", ["decoded", "decoder.w"], ["weighed"]),
    node("Add", ["weighed", "decoder.b"], ["logit"]),
    node("Sigmoid", ["logit"], ["likelihood"]),
    node("Squeeze", ["likelihood", "axis 2"], ["output"]),
]
used = {name for one in nodes for name in one.input}
value = helper.make_tensor_value_info
graph = helper.make_graph(
    nodes,
    "silero_vad_16k in sequences",
    [
        value("input", TensorProto.FLOAT, ["steps", "pieces", CONTEXT_AND_FRAME]),
        value("state", TensorProto.FLOAT, [2, "pieces", UNITS]),
    ],
    [
        value("output", TensorProto.FLOAT, ["steps", "pieces"]),
        value("stateN", TensorProto.FLOAT, [2, "pieces", UNITS]),
    ],
    [numpy_helper.from_array(np.ascontiguousarray(t), name) for name, t in tensors.items() if name in used],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], producer_name="Silero VAD")
model.ir_version = published.ir_version
onnx.checker.check_model(model)
onnx.save(model, sys.argv[2])
